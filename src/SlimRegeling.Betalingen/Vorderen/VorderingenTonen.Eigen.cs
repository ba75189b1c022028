using NodaTime;
using SlimRegeling.Betalingen.Opdrachten;
using SlimRegeling.Betalingen.Uitbetalen;
using SlimRegeling.Platform;
using SlimRegeling.Platform.Api;
using SlimRegeling.Platform.Stromen;
using SlimRegeling.Platform.Tijd;

namespace SlimRegeling.Betalingen.Vorderen;

public static partial class VorderingenTonen
{
    /// <summary>
    /// A claim as the recipient sees it: what is decided, what was paid and how to pay; never what is proposed, nor that it was written off, as that forgives
    /// nothing.
    /// </summary>
    /// <param name="Vordering">Also the number of the decision, and the reference to pay with.</param>
    /// <param name="Openstaand">What is still to be paid, in euro, without interest that was not set yet.</param>
    /// <param name="Uiterlijk">The last day to pay; absent while the letter was not sent.</param>
    /// <param name="Regeling">Instalments that were agreed on.</param>
    /// <param name="Iban">To pay to; absent when nothing is to be paid.</param>
    /// <param name="Teruggegeven">Interest that was paid and never owed, which we pay back, in euro; absent when there is none.</param>
    public sealed record EigenBeeld(
        string Vordering,
        Vorderingstand Stand,
        decimal Hoofdsom,
        Toerekening Open,
        decimal Openstaand,
        IReadOnlyList<Ontvangst> Ontvangsten,
        LocalDate? Uiterlijk = null,
        LocalDate? Aanmaningstermijn = null,
        IReadOnlyList<Termijnbetaling>? Regeling = null,
        string? Iban = null,
        string? TenNameVan = null,
        decimal? Teruggegeven = null
    );

    /// <param name="Vorderingen">Oldest first; none while nothing was decided.</param>
    public sealed record Zaakbeeld(string Zaaknummer, IReadOnlyList<EigenBeeld> Vorderingen);

    private static async Task<Uitkomst> Eigen(
        Zaaknummer zaaknummer,
        Stroom<Verplichting> verplichtingen,
        Vorderingen vorderingen,
        Opdrachtgever opdrachtgever,
        Moment moment,
        CancellationToken ct
    )
    {
        if (await verplichtingen.Lees(zaaknummer, ct) is null)
        {
            return Weigering.NietGevonden(zaaknummer);
        }
        var vandaag = moment.Vandaag;
        var beelden = (await vorderingen.Van(zaaknummer, ct))
            .Where(v => v.Besloten is not null || v.Ontvangen.Totaal > 0)
            .Select(v => Van(v with { Afgeboekt = Toerekening.Niets }, opdrachtgever, vandaag))
            .ToList();
        return Uitkomst.Ok(new Zaakbeeld(zaaknummer, beelden));
    }

    private static EigenBeeld Van(Vordering v, Opdrachtgever opdrachtgever, LocalDate vandaag)
    {
        var teBetalen = v.Open.Totaal > 0;
        return new(
            v.Id,
            v.Stand(vandaag),
            v.Hoofdsom,
            v.Open,
            v.Open.Totaal,
            Ontvangen(v),
            v.Termijn?.Uiterlijk,
            v.Aanmaningstermijn?.Uiterlijk,
            v.Regeling?.Termijnen,
            teBetalen ? opdrachtgever.Iban : null,
            teBetalen ? opdrachtgever.Naam : null,
            v.Teruggaven.Sum(t => t.Bedrag) is > 0 and var teruggegeven ? teruggegeven : null
        );
    }
}
