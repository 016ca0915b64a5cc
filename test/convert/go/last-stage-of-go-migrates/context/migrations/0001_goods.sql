CREATE TABLE goods (id int);
