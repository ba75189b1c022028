using System.Xml;

namespace SlimRegeling.Dossiers.Keuring;

/// <summary>
/// The codes of the fields in a text, also when they are spread over runs or made by a field inside them. Of each only its first characters are
/// kept: they say what it does.
/// </summary>
internal sealed class Veldcodes
{
    private const int Lengte = 32;

    private readonly Stack<string> _open = new();
    private readonly char[] _buffer = new char[Lengte];
    private bool _isCode;

    /// <exception cref="Afgekeurd">A field fetches something, or starts a program.</exception>
    public void Volg(XmlReader lezer)
    {
        switch (lezer.NodeType)
        {
            case XmlNodeType.Element:
                Begin(lezer);
                break;
            case XmlNodeType.EndElement when lezer.LocalName == "instrText":
                _isCode = false;
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace when _isCode && _open.Count > 0:
                Voeg(lezer);
                break;
        }
    }

    private void Begin(XmlReader lezer)
    {
        switch (lezer.LocalName)
        {
            case "ddeLink":
                throw new Afgekeurd(Afkeuring.Extern);
            case "fldSimple":
                Oordeel(Attribuut(lezer, "instr")?.TrimStart() ?? "");
                break;
            case "fldChar" when Attribuut(lezer, "fldCharType") == "begin":
                // The word that says what the field does comes out of another field.
                if (_open.TryPeek(out var buiten) && buiten.Length == 0)
                {
                    throw new Afgekeurd(Afkeuring.Extern);
                }
                _open.Push("");
                break;
            case "fldChar" when _open.Count > 0:
                Oordeel(_open.Peek());
                if (Attribuut(lezer, "fldCharType") == "end")
                {
                    _open.Pop();
                }
                break;
            case "instrText":
                _isCode = !lezer.IsEmptyElement;
                break;
        }
    }

    private void Voeg(XmlReader lezer)
    {
        var code = _open.Pop();
        while (code.Length < Lengte && lezer.ReadValueChunk(_buffer, 0, _buffer.Length) is > 0 and var gelezen)
        {
            code = (code + new string(_buffer, 0, gelezen)).TrimStart();
        }
        _open.Push(code);
    }

    private static void Oordeel(string code)
    {
        if (code.StartsWith("DDE", StringComparison.OrdinalIgnoreCase))
        {
            throw new Afgekeurd(Afkeuring.Extern);
        }
    }

    private static string? Attribuut(XmlReader lezer, string naam) =>
        lezer.GetAttribute(naam) ?? lezer.GetAttribute(naam, lezer.NamespaceURI);
}
