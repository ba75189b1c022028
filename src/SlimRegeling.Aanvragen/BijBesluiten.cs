using NodaTime;
using SlimRegeling.Berichten.Vaststelling;
using SlimRegeling.Berichten.Verlening;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Platform.Stromen;

namespace SlimRegeling.Aanvragen;

public sealed class BijSubsidieVerleend(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<SubsidieVerleendBericht>
{
    public Task Verwerk(SubsidieVerleendBericht bericht, CancellationToken ct)
    {
        Subsidies.Verleend(eenheid.Sessie, bericht);
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, SubsidieVerleendBericht bericht) =>
        Besluiten.Beslis(
            aanvraag,
            bericht.KvkNummer,
            new Besluit(Besluitsoort.Verlening, bericht.Besluit, bericht.Besluitdatum, bericht.Bedrag),
            bericht.Op
        );
}

public sealed class BijAanvraagAfgewezen(Stroom<Aanvraag> aanvragen) : IVerwerker<AanvraagAfgewezenBericht>
{
    public Task Verwerk(AanvraagAfgewezenBericht bericht, CancellationToken ct) =>
        aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag? aanvraag, AanvraagAfgewezenBericht bericht) =>
        Besluiten.Beslis(
            aanvraag,
            bericht.KvkNummer,
            new Besluit(Besluitsoort.Afwijzing, bericht.Besluit, bericht.Besluitdatum, 0m),
            bericht.Op
        );
}

/// <summary>Opens the assessment again, unless it was done anew after the proposal came back.</summary>
public sealed class BijVoorstelTeruggezonden(Stroom<Aanvraag> aanvragen) : IVerwerker<VoorstelTeruggezondenBericht>
{
    public Task Verwerk(VoorstelTeruggezondenBericht bericht, CancellationToken ct) =>
        aanvragen.Schrijf(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);

    public static Beslissing Beslis(Aanvraag aanvraag, VoorstelTeruggezondenBericht bericht) =>
        aanvraag is { Fase: Fase.Beoordeeld, Beoordeling: { } beoordeling }
        && (bericht.BeoordeeldOp is { } deze ? beoordeling.Op == deze : beoordeling.Op <= bericht.Op)
        && aanvraag.Teruggezonden != bericht.Voorstelhash
            ? new TerugzendingVernomen(bericht.Voorstelhash, bericht.Op)
            : Beslissing.Geen;
}

/// <summary>
/// Withdrawn at Verlening, before a decision was signed: it leaves the order of its window, and whom it bound may apply again.
/// </summary>
public sealed class BijAanvraagIngetrokken(Ordewijziging orde) : IVerwerker<AanvraagIngetrokkenBericht>
{
    public Task Verwerk(AanvraagIngetrokkenBericht bericht, CancellationToken ct) =>
        orde.Hoor(bericht.Zaaknummer, bericht.Op, (aanvraag, op) => Beslis(aanvraag, bericht, op), ct);

    /// <param name="op">When it was withdrawn, or just after the horizon when that has passed it.</param>
    public static Beslissing Beslis(Aanvraag aanvraag, AanvraagIngetrokkenBericht bericht, Instant op) =>
        aanvraag.Fase is Fase.Ingetrokken or Fase.BuitenBehandeling
            ? Beslissing.Geen
            : new AanvraagIngetrokken(bericht.Tijdvak, null, op, BijBesluit: true);
}

public sealed class BijSubsidieVastgesteld(Stroom<Aanvraag> aanvragen, Werkeenheid<AanvragenContext> eenheid)
    : IVerwerker<SubsidieVastgesteldBericht>
{
    public Task Verwerk(SubsidieVastgesteldBericht bericht, CancellationToken ct)
    {
        Subsidies.Vastgesteld(eenheid.Sessie, bericht);
        return aanvragen.SchrijfOfBegin(bericht.Zaaknummer, aanvraag => Beslis(aanvraag, bericht), ct);
    }

    public static Beslissing Beslis(Aanvraag? aanvraag, SubsidieVastgesteldBericht bericht)
    {
        var besluit = new Besluit(Besluitsoort.Vaststelling, bericht.Besluit, bericht.Besluitdatum, bericht.Vastgesteld);
        return bericht.Vervangt is null ? Besluiten.Beslis(aanvraag, bericht.KvkNummer, besluit, bericht.Op)
            : aanvraag?.Besluiten.Any(b => b.Nummer == besluit.Nummer) == true ? Beslissing.Geen
            : new BesluitwijzigingVernomen(besluit, bericht.Op);
    }
}

internal static class Besluiten
{
    public static Beslissing Beslis(Aanvraag? aanvraag, string kvkNummer, Besluit besluit, Instant op) =>
        aanvraag?.Besluiten.Any(b => b.Soort == besluit.Soort) == true ? Beslissing.Geen : new BesluitVernomen(kvkNummer, besluit, op);
}
