namespace SlimRegeling.Web.Dossier;

/// <param name="Voorstel">The one that lies ready; null when none does.</param>
public sealed record Sjabloonregel(string Soort, string Titel, int Versie, DateTimeOffset? Sinds = null, int? Voorstel = null);

/// <param name="Alleen">The condition within which it must stand.</param>
public sealed record Sjabloonveld(string Naam, string Uitleg, bool Verplicht, string? Alleen = null);

public sealed record Sjabloonlijst(string Naam, string Uitleg, IReadOnlyList<Sjabloonveld> Velden);

public sealed record Sjabloonvoorwaarde(string Naam, string Uitleg);

/// <param name="Soort">As the API says it: gelijk, weg or nieuw.</param>
public sealed record Verschilregel(string Soort, string Tekst);

/// <param name="Status">As the API says it: voorgelegd, ondertekend or teruggezonden.</param>
public sealed record Sjabloonvoorstel(
    int Voorstel,
    string Hash,
    string Status,
    string Onderwerp,
    string Tekst,
    string Toelichting,
    string Door,
    bool ZelfU,
    DateTimeOffset Op,
    IReadOnlyList<Verschilregel> Verschil,
    string? Ondertekenaar = null,
    string? Reden = null
);

public sealed record Sjabloonversie(int Versie, string Onderwerp, string Tekst, DateTimeOffset? Op = null);

/// <summary>The text of one kind of letter, as the API has it.</summary>
public sealed record Sjabloonbeeld(
    string Soort,
    string Titel,
    int Versie,
    string Onderwerp,
    string Tekst,
    IReadOnlyList<Sjabloonveld> Velden,
    IReadOnlyList<Sjabloonlijst> Lijsten,
    IReadOnlyList<Sjabloonvoorwaarde> Voorwaarden,
    IReadOnlyList<Sjabloonversie> Versies,
    IReadOnlyList<Sjabloonvoorstel> Voorstellen
)
{
    public Sjabloonvoorstel? Voorgelegd => Voorstellen.FirstOrDefault(v => v.Status == "voorgelegd");
}

public sealed record Postwachtend(string Brief, string Zaaknummer, string Soort, DateTimeOffset Sinds);

/// <param name="Stand">As the API says it: klaar, gepost or vervallen.</param>
public sealed record Postbundel(
    string Id,
    string Stand,
    DateOnly Verzenddag,
    int Brieven,
    DateTimeOffset GemaaktOp,
    DateTimeOffset? AfgehandeldOp = null
);

/// <param name="Reden">Why it could not be written, in words.</param>
public sealed record Nietgedrukt(string Brief, string Zaaknummer, string Soort, string Reden);

/// <summary>A bundle that was just made, and what waits on because it could not be written.</summary>
public sealed record Bundelgemaakt(IReadOnlyList<Nietgedrukt>? NietGedrukt = null);

/// <summary>What waits for the post, as the API has it.</summary>
public sealed record Postoverzicht(int Aantal, IReadOnlyList<Postwachtend> Wachtend, IReadOnlyList<Postbundel> Bundels);
