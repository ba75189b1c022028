namespace SlimRegeling.Web.Beoordelen;

/// <summary>What one party of a partnership receives, in euro.</summary>
public sealed record Partijbedrag(string KvkNummer, decimal Bedrag);

public sealed record Grondbeeld(string Code, string Titel, string Artikel);

/// <summary>What is laid before a second person.</summary>
/// <param name="Hash">What is signed; null when it cannot be signed now.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Voorstelbeeld(
    string Soort,
    IReadOnlyList<Grondbeeld> Gronden,
    IReadOnlyList<string> Activiteiten,
    decimal SubsidiabeleKosten,
    decimal Subsidie,
    decimal Voorschot,
    string Regelversie,
    string Regelhash,
    bool RegelsGewijzigd,
    string Beoordelaar,
    DateTimeOffset BeoordeeldOp,
    IReadOnlyList<Partijbedrag> Partijen,
    bool Gedeeltelijk,
    string? Hash = null,
    decimal? Gereserveerd = null,
    string? WaaromNiet = null
);

/// <param name="Soort">verlening or afwijzing.</param>
public sealed record Genomenbesluit(
    string Nummer,
    string Soort,
    string Artikel,
    DateOnly Datum,
    bool TeLaat,
    decimal Bedrag,
    IReadOnlyList<string>? Ondertekenaars = null
);

/// <summary>The decision on a case.</summary>
/// <param name="Terugzending">Why the last proposal went back; null when none did.</param>
/// <param name="TeruggezondenDoor">A pseudonym.</param>
public sealed record Verleningbeeld(
    string Zaaknummer,
    string Fase,
    Voorstelbeeld? Voorstel = null,
    Genomenbesluit? Besluit = null,
    string? Terugzending = null,
    string? TeruggezondenDoor = null,
    DateTimeOffset? TeruggezondenOp = null
);

/// <summary>One part of a letter; only what belongs to its kind is filled.</summary>
/// <param name="Soort">kop, alinea, opsomming or tabel.</param>
public sealed record Briefblok(
    string Soort,
    string? Tekst = null,
    IReadOnlyList<string>? Punten = null,
    IReadOnlyList<string>? Koppen = null,
    IReadOnlyList<IReadOnlyList<string>>? Rijen = null
);

/// <summary>The letter as it would be.</summary>
/// <param name="Sjabloonhash">Goes along with the signature: what was read is what is sent.</param>
public sealed record Briefbeeld(
    string Soort,
    string Kenmerk,
    DateOnly Datum,
    IReadOnlyList<string> Adressering,
    bool AdresBekend,
    string Onderwerp,
    IReadOnlyList<Briefblok> Blokken,
    IReadOnlyList<string> Slot,
    string Sjabloonhash
);

/// <summary>A proposal that waits for a signature.</summary>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wachtendvoorstel(
    string Zaaknummer,
    string KvkNummer,
    string Tijdvak,
    string Aanvragertype,
    string Soort,
    IReadOnlyList<string> Gronden,
    decimal Subsidie,
    decimal Voorschot,
    string Hash,
    string Beoordelaar,
    DateTimeOffset BeoordeeldOp,
    DateOnly BeslissenUiterlijk,
    bool RegelsGewijzigd,
    string? WaaromNiet = null
);

/// <summary>What waits to mend a mistake in a decision; amounts in euro.</summary>
/// <param name="Soort">tekst or inhoud.</param>
/// <param name="Gevolg">verlenen, wijzigen or afwijzen; null when only the text is mended, or it is not known yet.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wachtendherstel(
    string Zaaknummer,
    string KvkNummer,
    string Herstel,
    string Herstelt,
    string Soort,
    string Door,
    DateTimeOffset Op,
    decimal Nodig,
    decimal Gereserveerd,
    string? Gevolg = null,
    string? WaaromNiet = null
);

/// <summary>What lies ready to be withdrawn; amounts in euro.</summary>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wachtendeintrekking(
    string Zaaknummer,
    string KvkNummer,
    string Intrekking,
    string Betreft,
    decimal Bedrag,
    decimal Was,
    string Door,
    DateTimeOffset Op,
    string? WaaromNiet = null
);

/// <summary>A change or a second advance that lies ready.</summary>
/// <param name="Titel">What was asked, in words.</param>
/// <param name="Uitkomst">toegewezen or afgewezen.</param>
/// <param name="Bedrag">Of an advance, in euro.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wachtendproject(
    string Zaaknummer,
    string KvkNummer,
    string Nummer,
    string Titel,
    string Uitkomst,
    string Door,
    DateTimeOffset Op,
    DateOnly? BeslissenUiterlijk = null,
    decimal? Bedrag = null,
    string? WaaromNiet = null
);

/// <summary>A settlement that lies ready; amounts in euro.</summary>
/// <param name="NogTeBetalen">Below zero is to be claimed back.</param>
/// <param name="Handtekeningen">How many signed so far.</param>
/// <param name="WaaromNiet">Why the reader cannot sign it; null when they can.</param>
public sealed record Wachtendevaststelling(
    string Zaaknummer,
    string KvkNummer,
    decimal Vastgesteld,
    decimal NogTeBetalen,
    string Door,
    DateTimeOffset Op,
    int Handtekeningen,
    string? WaaromNiet = null
);

/// <param name="Herstel">None on a next page.</param>
/// <param name="Intrekkingen">Null when nothing lies ready, and on a next page; so are <paramref name="Projecten"/>.</param>
public sealed record Wachtlijst(
    IReadOnlyList<Wachtendvoorstel> Voorstellen,
    IReadOnlyList<Wachtendherstel> Herstel,
    string? Volgende = null,
    IReadOnlyList<Wachtendeintrekking>? Intrekkingen = null,
    IReadOnlyList<Wachtendproject>? Projecten = null
);

/// <summary>What came of one signature of several.</summary>
public sealed record Ondertekenregel(string Zaaknummer, bool Gelukt, string? Besluit = null, string? Code = null, string? Uitleg = null);

/// <summary>A proposal not to handle an application.</summary>
/// <param name="Grond">niet-aangevuld or dubbele-aanvraag.</param>
/// <param name="Hash">What is signed.</param>
/// <param name="Door">A pseudonym; null when the list of the window alone says so.</param>
/// <param name="WaaromNiet">Why the reader, who signs, cannot sign it; null when they can, or do not sign.</param>
public sealed record Nietbehandelvoorstel(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Grond,
    string Uitleg,
    string Artikel,
    DateOnly MededelenUiterlijk,
    IReadOnlyList<string> Ontbreekt,
    bool MagOndertekenen,
    string Hash,
    DateOnly? AanvullenUiterlijk = null,
    DateTimeOffset? AangevuldOp = null,
    string? Eerdere = null,
    string? Door = null,
    string? WaaromNiet = null
);

/// <param name="Voorstel">Null when there is no ground (any more) not to handle it.</param>
/// <param name="WaaromGeen">Why there is none.</param>
public sealed record Nietbehandelstand(Nietbehandelvoorstel? Voorstel = null, string? WaaromGeen = null);
