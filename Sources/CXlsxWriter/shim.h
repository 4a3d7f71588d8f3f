// The door to libxlsxwriter, which writes workbooks.
#ifndef FLYWHEEL_XLSXWRITER_SHIM_H
#define FLYWHEEL_XLSXWRITER_SHIM_H

#include <xlsxwriter.h>

#endif
