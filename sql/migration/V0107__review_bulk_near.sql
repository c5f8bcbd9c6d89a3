-- A bulk of what is near its deadline: warned of, and not past it at this moment.
ALTER TABLE review_bulk ADD COLUMN near_at DATETIME(6);
