"""Parts of the brief on a model type: what a reader needs before deciding to start one."""
