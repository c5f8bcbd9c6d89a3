-- What waits too long is found without a look at what else waits.
ALTER TABLE notification_message ADD KEY notification_message_waiting (state, waiting_since);
