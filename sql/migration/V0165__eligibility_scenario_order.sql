CREATE SEQUENCE eligibility_scenario_seq START WITH 1001 INCREMENT BY 50;

-- Places smaller than a commune that can have a scenario of their own: a village, a residential group, some streets.
CREATE TABLE eligibility_zone (
    id          BIGINT       NOT NULL PRIMARY KEY,
    code        VARCHAR(20)  NOT NULL UNIQUE,
    name        VARCHAR(200) NOT NULL,
    area_id     BIGINT       NOT NULL,
    entered_at  DATETIME(6)  NOT NULL,
    entered_by  BIGINT       NOT NULL,
    enterer     VARCHAR(120) NOT NULL
);

-- Which scenario is in force where, from when until when, and since when that is known. Only added to: ending an order or taking
-- it back is another row of the same order_id, and what a row says is known until the next of its order was entered. number counts
-- the rows of a place without a gap, so that of two who add at once one is refused.
--   area_id      of a zone its commune
--   zone_id      0 for the area itself
--   valid_until  first moment at which it is no longer in force, none for open
--   taken_back   this row says that the order was taken back before it began, or that another took its place from its very start
CREATE TABLE eligibility_scenario_order (
    id                BIGINT       NOT NULL PRIMARY KEY,
    order_id          BINARY(16)   NOT NULL,
    area_id           BIGINT       NOT NULL,
    zone_id           BIGINT       NOT NULL,
    number            INT          NOT NULL,
    scenario          VARCHAR(20)  NOT NULL,
    document          VARCHAR(120) NOT NULL,
    document_day      DATE         NOT NULL,
    valid_from        DATETIME(6)  NOT NULL,
    valid_until       DATETIME(6),
    end_document      VARCHAR(120) NOT NULL DEFAULT '',
    end_document_day  DATE,
    taken_back        BOOLEAN      NOT NULL DEFAULT FALSE,
    entered_at        DATETIME(6)  NOT NULL,
    entered_by        BIGINT       NOT NULL,
    enterer           VARCHAR(120) NOT NULL,
    UNIQUE KEY eligibility_scenario_order_number (area_id, zone_id, number),
    KEY eligibility_scenario_order_of (order_id, number)
);
