-- An import that came as a bundle of FHIR: the numbers of its rows are those of entries, from 1.
ALTER TABLE eligibility_import ADD COLUMN bundle BOOLEAN NOT NULL DEFAULT FALSE AFTER convert_font;
