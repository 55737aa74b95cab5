namespace Search.Catalog;
