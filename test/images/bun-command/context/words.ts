const text = await Bun.file('poem.txt').text();
const words = text.split(/\s+/).filter((word) => word !== '');
console.log(`${words.length} words, the longest is ${words.toSorted((a, b) => b.length - a.length)[0]}`);
