"""What the XLSX writer needs beside itself."""
