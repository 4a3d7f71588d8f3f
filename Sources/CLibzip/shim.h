// The door to libzip, which unpacks workbooks.
#ifndef FLYWHEEL_LIBZIP_SHIM_H
#define FLYWHEEL_LIBZIP_SHIM_H

#include <zip.h>

#endif
