-- When a head ended a mandate before its last day: from that moment it holds no more, while its days stay as the document has them.
ALTER TABLE review_mandate ADD COLUMN ended_at DATETIME(6);
