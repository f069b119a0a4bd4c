"""Many articles: records from archives, analysed in processes or on a cluster, written as Parquet datasets."""
