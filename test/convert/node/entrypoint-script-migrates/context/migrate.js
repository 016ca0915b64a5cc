require('pg');
