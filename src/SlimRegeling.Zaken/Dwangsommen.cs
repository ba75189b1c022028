using NodaTime;
using SlimRegeling.Platform.Tijd;
using SlimRegeling.Regels;
using SlimRegeling.Zaken.Werk;

namespace SlimRegeling.Zaken;

/// <summary>The reminders that hold in a case, but for those about an objection, each with the penalty as it stands now (4:17 Awb).</summary>
/// <param name="Wijzigingen">By the number of the request.</param>
internal sealed record Dwangsommen(Ingebrekestand? Aanvraag, Ingebrekestand? Vaststelling, IReadOnlyList<Ingebrekestand> Wijzigingen)
{
    /// <param name="aanvraagOp">The day on which the reminder about the application was received; null when none holds.</param>
    /// <param name="vaststellingOp">The same of the settlement.</param>
    /// <param name="rijen">All steps of the case, in any order.</param>
    public static Dwangsommen Van(
        Zaakstatus status,
        LocalDate? aanvraagOp,
        LocalDate? vaststellingOp,
        IReadOnlyList<ZaakTonen.Rij> rijen,
        Regelversie versie,
        LocalDate vandaag
    ) =>
        new(
            aanvraagOp is { } op ? Ingebrekestand.Van(versie, op, NietMeerNodig(rijen), vandaag) : null,
            vaststellingOp is { } dag ? Ingebrekestand.Van(versie, dag, GeenVaststellingMeerNodig(status, rijen), vandaag) : null,
            VanWijzigingen(rijen, versie, vandaag)
        );

    /// <summary>The day from which on no decision is waited for.</summary>
    private static LocalDate? NietMeerNodig(IReadOnlyList<ZaakTonen.Rij> rijen) =>
        rijen
            .Where(r =>
                r.Stap
                    is Stapcode.SubsidieVerleend
                        or Stapcode.AanvraagAfgewezen
                        or Stapcode.BuitenBehandeling
                        or Stapcode.AanvraagIngetrokken
            )
            .Select(r => (LocalDate?)Moment.Dag(r.Moment))
            .Min();

    /// <summary>The same of the settlement: the first, or the withdrawal of all.</summary>
    private static LocalDate? GeenVaststellingMeerNodig(Zaakstatus status, IReadOnlyList<ZaakTonen.Rij> rijen) =>
        rijen.Where(r => r.Stap == Stapcode.SubsidieVastgesteld).Select(r => (LocalDate?)Moment.Dag(r.Moment)).Min()
        ?? (
            status == Zaakstatus.Ingetrokken
                ? rijen.Where(r => r.Stap == Eigenstap.VerleningIngetrokken).Select(r => (LocalDate?)Moment.Dag(r.Moment)).Max()
                : null
        );

    private static List<Ingebrekestand> VanWijzigingen(IReadOnlyList<ZaakTonen.Rij> rijen, Regelversie versie, LocalDate vandaag)
    {
        var afgedaan = rijen
            .Where(r => r.Stap is Eigenstap.WijzigingIngetrokken or Eigenstap.Wijzigingsbesluit && r.Besluit is not null)
            .ToLookup(r => r.Besluit!, r => Moment.Dag(r.Moment));
        return
        [
            .. Projectwerk
                .Ingebreken(rijen)
                .OrderBy(i => i.Wijziging, StringComparer.Ordinal)
                .Select(i =>
                    Ingebrekestand.Van(versie, i.Op, afgedaan[i.Wijziging].Select(d => (LocalDate?)d).Min(), vandaag) with
                    {
                        Wijziging = i.Wijziging,
                    }
                ),
        ];
    }
}
