namespace Search.FullText;
