using NodaTime;

namespace SlimRegeling.Berichten.Relaties;

/// <summary>An enterprise was enrolled or its facts changed; name and address stay with Relaties, this points to them.</summary>
public sealed record OndernemingGewijzigdBericht(string KvkNummer, Guid Gegevens, string Hash, Instant Op, long? Versie = null);

/// <summary>
/// The bank account of an enterprise. The first one came with proof in the application (2.8); a later one is not paid on before a second person has
/// checked it. <c>Volgnummer</c> counts from 1; <c>Door</c> is the pseudonym of who changed it.
/// </summary>
public sealed record RekeningGewijzigdBericht(string KvkNummer, int Volgnummer, Guid Gegevens, string Hash, string Door, Instant Op);

/// <summary>Where an enterprise wants its e-mail; the address stays with Relaties, this points to it. Null: it wants none.</summary>
public sealed record ContactGewijzigdBericht(string KvkNummer, Instant Op, Guid? Gegevens = null, string? Hash = null, long? Versie = null);

/// <summary>Whether an enterprise wants its letters on paper, by post.</summary>
public sealed record BriefwijzeGewijzigdBericht(string KvkNummer, bool Papier, Instant Op, long? Versie = null);

/// <summary>
/// De-minimis aid was entered in the register, or became another amount: <c>Bedrag</c> is what stands of what was granted on <c>VerleendOp</c>, in euro;
/// below zero in what was said of what a decision took before each said what stands. <c>RuimteNa</c> is what is left under the ceiling after it.
/// </summary>
public sealed record SteunGeregistreerdBericht(
    string Zaaknummer,
    string KvkNummer,
    decimal Bedrag,
    LocalDate VerleendOp,
    decimal RuimteNa,
    Instant Op
);

/// <summary>
/// All that was decided about an employee beside the claims of the provider, and never a name. Roles are written as in a token; <c>Medewerker</c> is
/// the pseudonym by which the token names them.
/// </summary>
public sealed record MedewerkerGewijzigdBericht(
    string Medewerker,
    IReadOnlyList<string> Ingetrokken,
    IReadOnlyList<string> Toegekend,
    bool Geblokkeerd,
    Instant Op,
    long? Versie = null
);
