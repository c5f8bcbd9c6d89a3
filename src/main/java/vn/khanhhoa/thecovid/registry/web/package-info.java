/** Pages of registration and catalogue: for visitors, organisations, agencies and administrators. */
@NullMarked
package vn.khanhhoa.thecovid.registry.web;

import org.jspecify.annotations.NullMarked;
