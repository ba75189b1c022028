using NodaTime;

namespace SlimRegeling.Berichten.Vaststelling;

/// <summary>The case is in the sample: proof is asked that the activities were done (2.24, first paragraph).</summary>
public sealed record BewijsGevraagdBericht(string Zaaknummer, string KvkNummer, LocalDate Uiterlijk, Instant Op);

/// <summary>The recipient gave proof; <c>Stukken</c> counts the documents.</summary>
public sealed record BewijsOntvangenBericht(string Zaaknummer, int Stukken, Instant Op);

/// <summary>The subsidy was settled (2.24). <c>NogTeBetalen</c> is what the settlement leaves after advances; negative is to be claimed back.</summary>
public sealed record SubsidieVastgesteldBericht(
    string Zaaknummer,
    string Tijdvak,
    string KvkNummer,
    string Regelversie,
    string Besluit,
    LocalDate Besluitdatum,
    decimal Verleend,
    decimal Vastgesteld,
    decimal Voorschotten,
    decimal NogTeBetalen,
    IReadOnlyList<string> Ondertekenaars,
    Instant Op
);
