const e=require('express')();e.get('/',(q,s)=>s.send('hi'));e.listen(3000)
