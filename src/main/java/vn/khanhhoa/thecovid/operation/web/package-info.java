@NullMarked
package vn.khanhhoa.thecovid.operation.web;

import org.jspecify.annotations.NullMarked;
