"""The built-in rules: YAML files only; read through dieukhoan.rulebook."""
