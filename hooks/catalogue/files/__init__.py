"""Every file beside the pages."""
