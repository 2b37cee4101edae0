// In the place of a compiled module that ends the extension host when its parent dies. Here the server is always
// ended by the program that started it, children included (see server.ts).
exports.start = () => undefined;
