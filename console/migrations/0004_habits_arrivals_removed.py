import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('console', '0003_dossier_round'),
    ]

    operations = [
        migrations.AddField(
            model_name='person',
            name='habits',
            field=models.JSONField(default=dict),
        ),
        migrations.AddField(
            model_name='officebatch',
            name='removed',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='officebatch',
            name='wiped',
            field=models.DateTimeField(null=True),
        ),
        migrations.CreateModel(
            name='Arrival',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=255, unique=True)),
                ('files', models.PositiveIntegerField(default=0)),
                ('size', models.BigIntegerField(default=0)),
                ('lay', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('waiting', '待收件'), ('taken', '已收'), ('declined', '不收')], default='waiting', max_length=10)),
                ('why', models.CharField(blank=True, max_length=500)),
                ('seen', models.DateTimeField(auto_now_add=True)),
                ('batch', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='console.officebatch')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='console.person')),
            ],
        ),
    ]
