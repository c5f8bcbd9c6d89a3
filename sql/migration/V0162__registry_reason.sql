-- Why an entry or a registration is refused or returned: read by the reviews of both, so it belongs to what both stand on.
RENAME TABLE review_reason TO registry_reason;
