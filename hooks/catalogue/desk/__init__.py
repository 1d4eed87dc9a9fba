"""The writing desk: drafts of files checked, shown and compared with what is published, without a disk or a network."""
