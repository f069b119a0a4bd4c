"""Taking records in: where archives lie, what is in them, each article as a record; records in parts and batches."""
