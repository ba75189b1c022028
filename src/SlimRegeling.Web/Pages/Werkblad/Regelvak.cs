using SlimRegeling.Web.Vaststellen;
using Veldpad = SlimRegeling.Web.Formulieren.Pad;

namespace SlimRegeling.Web.Pages.Werkblad;

/// <summary>One line of a declaration on its page.</summary>
public sealed record Regelvak(VaststellingModel Pagina, Declaratieregel Regel)
{
    public bool HeeftFout => ((string[])["bedrag", "code", "artikel", "reden"]).Any(naam => Fout(naam) is not null);

    public string Veld(string naam) => Regelinvoeren.Veld(Regel.Id, naam);

    public string Id(string naam) => Veldpad.Id(Veld(naam));

    public string? Fout(string naam) => Pagina.Fout(Veld(naam));
}

/// <summary>A field of a line in which one types.</summary>
public sealed record Regelveld(Regelvak Vak, string Naam, string Titel, string Waarde, string? Hulp, bool IsTekst = false);
