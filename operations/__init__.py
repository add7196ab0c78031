"""How the service bears up: load, kills, replacements, long use, odd inputs. What ``make load``, ``make soak`` and
``make fuzz`` run, against a service that they start themselves on this machine; each stops by itself."""
