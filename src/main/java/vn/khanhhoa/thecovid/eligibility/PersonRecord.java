package vn.khanhhoa.thecovid.eligibility;

import vn.khanhhoa.thecovid.shared.PublicId;

/**
 * What a source has of somebody, before an officer of it.
 *
 * @param tie whether whom it names is the person
 * @param told its newest version that names them so
 */
public record PersonRecord(
        SourceView source, TieState tie, ToldRecord told, PublicId importId, String fileName, int row) {}
