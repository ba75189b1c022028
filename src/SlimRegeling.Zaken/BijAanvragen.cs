using SlimRegeling.Berichten.Aanvragen;
using SlimRegeling.Platform.Berichtenverkeer;
using SlimRegeling.Regels;

namespace SlimRegeling.Zaken;

public sealed class BijAanvraagIngediend(Bijhouden bij) : IVerwerker<AanvraagIngediendBericht>
{
    public Task Verwerk(AanvraagIngediendBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(Stapcode.AanvraagIngediend, b.Op) { Bedrag = b.Gevraagd },
            Zaakstatus.Ingediend,
            ("kvk_nummer", b.KvkNummer),
            ("tijdvak", b.Tijdvak),
            ("regelversie", b.Regelversie),
            ("ingediend_op", b.Op),
            ("gevraagd", b.Gevraagd)
        );
}

public sealed class BijAanvraagVolledig(Bijhouden bij) : IVerwerker<AanvraagVolledigBericht>
{
    public Task Verwerk(AanvraagVolledigBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.AanvraagVolledig, b.Op) { Uitleg = b.Aangevuld ? "Na aanvulling" : null }, Zaakstatus.Volledig);
}

public sealed class BijAanvraagVervallen(Bijhouden bij) : IVerwerker<AanvraagVervallenBericht>
{
    public Task Verwerk(AanvraagVervallenBericht b, CancellationToken ct) =>
        bij.Zaak(
            b.Zaaknummer,
            new(b.Grond == "buiten-behandeling" ? Stapcode.BuitenBehandeling : Stapcode.AanvraagIngetrokken, b.Op),
            Zaakstatus.Vervallen
        );
}

public sealed class BijAanvraagBeoordeeld(Bijhouden bij) : IVerwerker<AanvraagBeoordeeldBericht>
{
    public Task Verwerk(AanvraagBeoordeeldBericht b, CancellationToken ct) =>
        bij.Zaak(b.Zaaknummer, new(Stapcode.AanvraagBeoordeeld, b.Op) { Bedrag = b.Subsidie }, Zaakstatus.Beoordeeld);
}
