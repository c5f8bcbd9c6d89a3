-- A form template is edited as a draft, of which there is one at a time, and published from a day on. What is published
-- stays as it is. In force is the published version with the latest first day that has come, of several the highest.
--   organisation_types   who it is for, codes parted by spaces; empty for all
--   routing_vi, _en      who usually reviews it, in words to the sender; the routing rules decide
--   revision             counts the changes of a draft: two who edit it do not overwrite each other
ALTER TABLE stafflist_form_template
    MODIFY COLUMN valid_from DATE,
    ADD COLUMN state              VARCHAR(12) NOT NULL DEFAULT 'PUBLISHED',
    ADD COLUMN description_vi     VARCHAR(400),
    ADD COLUMN description_en     VARCHAR(400),
    ADD COLUMN organisation_types VARCHAR(200),
    ADD COLUMN routing_vi         VARCHAR(200),
    ADD COLUMN routing_en         VARCHAR(200),
    ADD COLUMN edited_at          DATETIME(6),
    ADD COLUMN editor             VARCHAR(120),
    ADD COLUMN published_at       DATETIME(6),
    ADD COLUMN publisher          VARCHAR(120),
    ADD COLUMN revision           INT NOT NULL DEFAULT 0;

-- scope: ROW, or LIST for what is asked once a list. health: what it holds is declared by whoever writes it, never a
-- fact. Columns that are not active are kept with the template and not asked for.
ALTER TABLE stafflist_form_column
    ADD COLUMN aliases VARCHAR(1000),
    ADD COLUMN scope   VARCHAR(8) NOT NULL DEFAULT 'ROW',
    ADD COLUMN health  BOOLEAN    NOT NULL DEFAULT FALSE,
    ADD COLUMN active  BOOLEAN    NOT NULL DEFAULT TRUE;

-- What the columns of scope LIST were answered: JSON, encrypted.
ALTER TABLE stafflist_list ADD COLUMN details VARBINARY(8000);
