package vn.khanhhoa.thecovid.platform.web;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;

/** Named in faces-config.xml. */
public final class PageErrorsFactory extends ExceptionHandlerFactory {
    public PageErrorsFactory(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new PageErrors(getWrapped().getExceptionHandler());
    }
}
