-- When somebody at the agency that got it saw it first, whether they took it up or not.
ALTER TABLE stafflist_passed_on ADD COLUMN opened_at DATETIME(6);
