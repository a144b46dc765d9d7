"""An archive: articles by the million, audited shard by shard into Parquet parts that can be resumed and queried."""
