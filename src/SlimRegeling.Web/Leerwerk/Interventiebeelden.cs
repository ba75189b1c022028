namespace SlimRegeling.Web.Leerwerk;

/// <summary>Something a firm can do. An empty list leaves nobody out.</summary>
/// <param name="Bewijs">onderzocht, praktijkvoorbeeld or mening.</param>
/// <param name="Actief">False: it is found no more; old reports still name it.</param>
public sealed record Interventie(
    string Id,
    Tweetalig Naam,
    Tweetalig Omschrijving,
    IReadOnlyList<string> Dimensies,
    IReadOnlyList<string> Fasen,
    IReadOnlyList<string> Doelgroepen,
    IReadOnlyList<string> Groottes,
    IReadOnlyList<string> Sectoren,
    IReadOnlyList<string> Belemmeringen,
    string Inspanning,
    string Kosten,
    IReadOnlyList<string> Routes,
    string Bewijs,
    string Bron,
    string Eigenaar,
    DateOnly GecontroleerdOp,
    bool Actief = true
);

/// <summary>What to talk about where too few people work for a report.</summary>
public sealed record Leidraadblad(
    Tweetalig Titel,
    Tweetalig Inleiding,
    IReadOnlyList<Tweetalig> Afspraken,
    IReadOnlyList<Leidraadonderwerp> Onderwerpen,
    IReadOnlyList<Tweetalig> Afronding
);

public sealed record Leidraadonderwerp(string Dimensie, Tweetalig Naam, IReadOnlyList<Tweetalig> Vragen);

/// <summary>What a firm did after its scan.</summary>
/// <param name="Tot">Null while it goes on.</param>
/// <param name="Voorbeeld">It may be told as an example.</param>
/// <param name="Hielp">ja, deels or nee; null while it goes on.</param>
public sealed record Logregel(
    string Regel,
    string Interventie,
    DateOnly Van,
    bool Voorbeeld,
    DateOnly? Tot = null,
    string? Scan = null,
    int? Deelnemers = null,
    string? Hielp = null,
    string? Ervaring = null
);

/// <summary>A firm that may be asked to be told of as an example.</summary>
/// <param name="Interventie">Of what it noted in its log; null when management said it of the scan.</param>
public sealed record Voorbeeldbedrijf(string KvkNummer, DateOnly Sinds, string? Interventie = null);

/// <summary>What firms say of an intervention, to the nearest five.</summary>
public sealed record Interventietelling(string Interventie, int Bedrijven, int Hielp, int HielpDeels, int HielpNiet);
