-- Whether the sender said that a file whose headings fit another form better is to be read by the form of the list.
ALTER TABLE stafflist_upload ADD COLUMN own_form BOOLEAN NOT NULL DEFAULT FALSE AFTER convert_font;
