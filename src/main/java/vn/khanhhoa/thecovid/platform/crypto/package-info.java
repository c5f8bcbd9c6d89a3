/**
 * Encryption at rest. One PKCS#12 key store, made at first start and readable by its owner only, holds the master key and
 * the signing keys; data keys lie in the database, wrapped under the master key. Promises that nothing leaves here in
 * clear text but to the caller who asked for it.
 */
@NullMarked
package vn.khanhhoa.thecovid.platform.crypto;

import org.jspecify.annotations.NullMarked;
