-- Each digest has a number of its own. That of the task it began with was used again by what the same task still had to tell.
ALTER TABLE notification_digest CHANGE first_id number BIGINT NOT NULL;
