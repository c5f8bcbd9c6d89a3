-- Who may ask for an activity: ORGANISATIONS for their people, or EVERYBODY, people without an employer too.
ALTER TABLE registry_activity ADD COLUMN audience VARCHAR(16) NOT NULL DEFAULT 'ORGANISATIONS';
UPDATE registry_activity SET audience = 'EVERYBODY'
WHERE code IN ('QC_NOIXA', 'QC_LIENHUYEN', 'QC_LIENTINH', 'VT_HK', 'CHO', 'SIEUTHI', 'YT_KHAM', 'YT_CAPCUU', 'TTHC',
               'NN_NGHECA');

-- The organisation that stands for the people of a commune who have none.
CREATE TABLE registry_residents (
    area_id          BIGINT NOT NULL PRIMARY KEY,
    organisation_id  BIGINT NOT NULL UNIQUE,
    CONSTRAINT registry_residents_area FOREIGN KEY (area_id) REFERENCES registry_area (id),
    CONSTRAINT registry_residents_organisation FOREIGN KEY (organisation_id) REFERENCES registry_organisation (id)
);

-- Entries that people made themselves, or an officer of their commune for them. The ticket is that of the form that was
-- sent: however often it is sent, it is one entry.
CREATE TABLE stafflist_individual (
    entry_id     BIGINT        NOT NULL PRIMARY KEY,
    ticket_hash  VARBINARY(32) NOT NULL UNIQUE,
    CONSTRAINT stafflist_individual_entry FOREIGN KEY (entry_id) REFERENCES stafflist_entry (id)
);
