namespace SlimRegeling.Web.Geldwerk;

/// <summary>What lies ready to be signed about interest that we owe; amounts in euro.</summary>
/// <param name="Tot">The day of payment, which does not count.</param>
/// <param name="Nodig">How many others sign in all.</param>
public sealed record Rentevoorstel(
    string Besluit,
    decimal Hoofdsom,
    decimal Bedrag,
    DateOnly Van,
    DateOnly Tot,
    string Hash,
    string Door,
    DateTimeOffset Op,
    IReadOnlyList<string> Handtekeningen,
    int Nodig,
    string? Argument = null
);

/// <summary>By when a payment is to be made, and what we owe when it was not; amounts in euro.</summary>
/// <param name="Stand">niet-bekendgemaakt, loopt, nadert, opgeschort, te-laat, rente-verschuldigd or klaar.</param>
/// <param name="Rente">What ran up, whether it is owed or not.</param>
/// <param name="Volgende">What to do now, in words.</param>
public sealed record Termijnbeeld(
    string Betaalopdracht,
    string Zaaknummer,
    string KvkNummer,
    string Besluit,
    string Soort,
    decimal Bedrag,
    string Stand,
    int DagenTeLaat,
    decimal Rente,
    string Volgende,
    DateOnly? Uiterlijk = null,
    DateOnly? Betaald = null,
    string? Rentebesluit = null,
    Rentevoorstel? Voorstel = null,
    string? Terugzending = null
)
{
    public const string Nadert = "nadert";
    public const string TeLaat = "te-laat";

    public string Standtekst => Geldwoorden.Termijnstand(Stand);

    /// <summary>Null when it is not too late.</summary>
    public string? Dagen => DagenTeLaat == 0 ? null : Geldwoorden.Aantal(DagenTeLaat, "dag te laat", "dagen te laat");
}
