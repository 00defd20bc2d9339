"""XLSX, XLS, ODS: what a workbook shows."""
