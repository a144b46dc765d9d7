"""The same statement over a whole archive: records cut by time, compared window by window, put together again."""
