"""A folder a language, each with the same few files: words are tables, phrases are rules. No code of any other room."""
