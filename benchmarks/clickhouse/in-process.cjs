// Answers statements that come by HTTP as a server of ClickHouse does, from the engine in this process.
const { Session } = require('chdb');
const http = require('http');

const session = new Session();
session.query('SET max_query_size = 16777216');
http.createServer((request, response) => {
  const parts = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    try {
      response.end(session.query(Buffer.concat(parts).toString('utf8'), 'TabSeparated'));
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
}).listen(Number(process.argv[2]), '127.0.0.1');
