using System.Text.Json.Serialization;
using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;

namespace SlimRegeling.Dossiers;

/// <summary>What a letter is about: exactly one of the messages that ask for one. None of them carries personal data.</summary>
public sealed record Briefopdracht
{
    public SubsidieVerleendBericht? Verlening { get; init; }

    public AanvraagAfgewezenBericht? Afwijzing { get; init; }

    public AanvullingGevraagdBericht? Aanvulling { get; init; }

    public BuitenBehandelingGesteldBericht? BuitenBehandeling { get; init; }

    public BewijsGevraagdBericht? Bewijsverzoek { get; init; }

    public SubsidieVastgesteldBericht? Vaststelling { get; init; }

    [JsonIgnore]
    public string Soort => Gegevens.Soort;

    [JsonIgnore]
    public string Zaaknummer => Gegevens.Zaaknummer;

    [JsonIgnore]
    public string KvkNummer => Gegevens.KvkNummer;

    /// <summary>The number of the decision that the letter tells of; null when it tells of none.</summary>
    [JsonIgnore]
    public string? Besluit => Gegevens.Besluit;

    [JsonIgnore]
    public string Brief => $"{Zaaknummer}-{Soort}";

    private (string Soort, string Zaaknummer, string KvkNummer, string? Besluit) Gegevens =>
        this switch
        {
            { Verlening: { } b } => ("verlening", b.Zaaknummer, b.KvkNummer, b.Besluit),
            { Afwijzing: { } b } => ("afwijzing", b.Zaaknummer, b.KvkNummer, b.Besluit),
            { Aanvulling: { } b } => ("aanvulling", b.Zaaknummer, b.KvkNummer, null),
            { BuitenBehandeling: { } b } => ("buiten-behandeling", b.Zaaknummer, b.KvkNummer, b.Besluit),
            { Bewijsverzoek: { } b } => ("bewijsverzoek", b.Zaaknummer, b.KvkNummer, null),
            { Vaststelling: { } b } => ("vaststelling", b.Zaaknummer, b.KvkNummer, b.Besluit),
            _ => throw new InvalidOperationException("A letter is about nothing."),
        };
}
