-- A bulk of what the data makes green at this moment; null for one that does not ask for it.
ALTER TABLE review_bulk ADD COLUMN green_at DATETIME(6);
