-- Which set is in force where, from when, and since when that is known. Only added to. Of a place, the order that began last
-- holds; of two that begin together, the later number. number counts the orders of a place without a gap: whoever adds the next
-- has seen all before, so that of two who do so at once one is refused.
CREATE TABLE eligibility_criteria_order (
    id          BIGINT       NOT NULL PRIMARY KEY,
    set_id      BIGINT       NOT NULL,
    area_id     BIGINT       NOT NULL,
    number      INT          NOT NULL,
    document    VARCHAR(120) NOT NULL,
    valid_from  DATETIME(6)  NOT NULL,
    entered_at  DATETIME(6)  NOT NULL,
    entered_by  BIGINT       NOT NULL,
    enterer     VARCHAR(120) NOT NULL,
    UNIQUE KEY eligibility_criteria_order_number (area_id, number),
    KEY eligibility_criteria_order_begin (area_id, valid_from),
    CONSTRAINT eligibility_criteria_order_set FOREIGN KEY (set_id) REFERENCES eligibility_criteria_set (id)
);
